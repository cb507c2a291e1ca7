/** By what the cases of a round are shared out. */
export const shareWays = ['team', 'caseworker', 'whole'] as const;
export type ShareBy = (typeof shareWays)[number];
