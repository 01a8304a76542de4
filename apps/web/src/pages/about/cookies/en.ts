export const words = {
  title: 'Cookies',
  intro:
    'Cookies are small files that a website saves in your browser. This service uses three, and it cannot work without them.',
  noBanner:
    'All of them are strictly necessary, so you are not asked to accept any. There are no cookies that count visitors, and none of other websites. Only this service can read them, and no script can.',
  table: 'The cookies of this service',
  expires: 'Kept',
  cookies: [
    {
      name: 'accede-session',
      purpose: 'Keeps you signed in. It is set when you sign in, and removed when you sign out.',
      expires: '12 hours',
    },
    {
      name: 'accede-form',
      purpose:
        'Makes sure that a form was sent from these pages and not by another website. It is set when a page with such a form is shown.',
      expires: 'Until you close your browser',
    },
    {
      name: 'accede-said',
      purpose:
        'Carries the news of what you have just done to the next page, which shows it once and removes it.',
      expires: '1 minute',
    },
  ],
  block: 'If you block them',
  blockText:
    'You can block or delete cookies in your browser. You can still read the frameworks, services and prices, and ask whether you may join. You cannot sign in or send a form.',
};
