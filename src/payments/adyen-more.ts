/** Methods with a class of their own besides cards and wallets: loaded only where the platform offers them. */
export { Bancontact, BcmcMobile } from '@adyen/adyen-web';
