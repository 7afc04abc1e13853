export { errorPage, escapeHtml, loggedOutPage, logoutPage, page } from './pages.js';
