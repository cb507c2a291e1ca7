const cprLike = /(?<![\p{L}\d])(\d{6})(?:(?:\s?[-–]\s?)?[\dA-ZÆØÅa-zæøå]{4}|\s\d{4})(?![\p{L}\d])/gu;

/** Hides the last four of every CPR number in a text: `120315-1234` becomes `120315-••••`. */
export function maskCpr(text: string): string {
  return text.replace(cprLike, '$1-••••');
}

/**
 * The same for a cell of a CPR column, which may hold a number that lost its first zero or is malformed: nothing
 * behind the sixth character of what has more than six digits is shown.
 */
export function maskCprCell(text: string): string {
  const masked = maskCpr(text);
  if (masked !== text) return masked;
  const digits = text.replace(/\D/g, '');
  if (digits.length === 9) return `0${digits.slice(0, 5)}-••••`;
  return digits.length > 6 ? `${digits.slice(0, 6)}-••••` : text;
}
