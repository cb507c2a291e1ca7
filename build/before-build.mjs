/** Tells electron-builder that no package of node_modules is to be rebuilt or taken along: everything is in the bundles. */
export const beforeBuild = () => Promise.resolve(false);
