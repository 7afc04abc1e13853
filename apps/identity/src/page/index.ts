export { errorPage, escapeHtml, loggedOutPage, logoutPage, noLoginPage, page } from './pages.js';
