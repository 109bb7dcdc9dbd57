// Owns the list of entries of the one bundle.
// Must not run anything by being loaded: the launchers in dist/ call one of these.
export { action } from './action.ts';
export { cli } from './cli.ts';
export { clients } from './clients.ts';
export { post } from './post.ts';
