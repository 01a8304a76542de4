export const words = {
  title: 'Signing out',
  signedOut: 'You are signed out on this device.',
  stillIn: 'You are signed in. Use the button at the top of the page to sign out.',
  again: 'Sign in again',
};
