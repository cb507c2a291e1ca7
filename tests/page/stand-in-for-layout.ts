class NoResizes {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/** What happy-dom lacks and the page's libraries measure with. Every element is 1000 x 600; nothing is ever resized. */
export function standInForLayout(): void {
  globalThis.ResizeObserver ??= NoResizes as unknown as typeof ResizeObserver;
  for (const box of ['offset', 'client']) {
    Object.defineProperty(HTMLElement.prototype, `${box}Height`, { configurable: true, get: () => 600 });
    Object.defineProperty(HTMLElement.prototype, `${box}Width`, { configurable: true, get: () => 1000 });
  }
  if (!('fonts' in document)) {
    Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() });
  }
  Element.prototype.scrollIntoView = () => undefined;
}
