/** A button that cannot be used now but keeps the focus, and can be asked why. */
export const turnedOff = { 'aria-disabled': true, 'data-disabled': true } as const;
