import './define/login.js';
import './define/register.js';
import './define/capture.js';
import './define/consents.js';
import './define/checkout.js';
import './define/my-account.js';
