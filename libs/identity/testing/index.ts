/** Signing in over plain HTTP, for specs, the demo and benches. */
export { signInAs, signInOnPages } from './sign-in';
