/** What stands in place of a name that a report may not hold. */
export const hiddenNameWords = { name: '[navn]', caseworker: 'Sagens rådgiver', otherCaseworker: 'En rådgiver' };
