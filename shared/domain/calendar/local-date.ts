/**
 * Calendar dates without a time zone. Deadlines in barnets lov are calendar dates; a JavaScript `Date` would shift
 * them by a day around midnight and daylight saving, so no `Date` leaves this folder.
 */
declare const localDateBrand: unique symbol;
declare const localDateTimeBrand: unique symbol;

/** A valid calendar date written `yyyy-mm-dd`; string order is calendar order. */
export type LocalDate = string & { readonly [localDateBrand]: true };
/** A Danish local date and time written `yyyy-mm-ddThh:mm`. */
export type LocalDateTime = string & { readonly [localDateTimeBrand]: true };
/** A date that may or may not carry a time of day; exports often lack the time. */
export type Moment = LocalDate | LocalDateTime;
