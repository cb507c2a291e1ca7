/** What is chosen where it is no item: the template's own fields. */
export const aboutId = '';

export const rowId = (item: string): string => `template-row-${item}`;
export const questionId = 'template-question';

/** Puts focus on the row of an item, in sight. */
export function focusRow(item: string): void {
  document.getElementById(rowId(item))?.focus({ preventScroll: true });
  showRow(item);
}

export function showRow(item: string): void {
  document.getElementById(rowId(item))?.scrollIntoView({ block: 'nearest' });
}

/** Puts focus on the first field of what is being edited. */
export function focusQuestion(): void {
  document.getElementById(questionId)?.focus();
}
