// Switches on the parts of GOV.UK Frontend that a browser with scripts can use. Every page works without.
import { initAll } from '/assets/govuk-frontend.min.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();
