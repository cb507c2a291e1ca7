import * as react from 'react';

/**
 * React's development build captures a stack for each element that is created, so that a warning can name who created it: a
 * quarter of the page tests' processor time. React itself stops doing so after so many a second; here it begins there.
 * Warnings and errors are the same, without that stack.
 */
const internals: unknown = Reflect.get(react, '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE');
if (typeof internals === 'object' && internals !== null && 'recentlyCreatedOwnerStacks' in internals) {
  Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', {
    get: () => Infinity,
    set() {
      // React counts on, and begins anew each second.
    },
  });
}
