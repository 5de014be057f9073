import { property } from 'lit/decorators.js';
import { captureOf } from '../../controllers/capture.js';
import { customerOf } from '../../controllers/customer.js';
import type { Kit } from '../../controllers/kit.js';
import { consentsOf } from '../../controllers/profile.js';
import { AccountSection } from '../account-section.js';
import type { ProfileView } from './views.js';

/**
 * Shows a viewer what is known of them and lets them change it: names and language, e-mail, password, address, the answers to the publisher's
 * questions, and their consents, which are withdrawn as easily as given. Each part is saved by itself. The forms live in the light DOM, where
 * password managers find them.
 *
 * @summary A viewer's own data, consents and sign-out on all devices.
 * @fires {AccountChangeEvent} cleeng-account-change - The platform has stored a change; `detail.change` says which.
 * @fires {AccountErrorEvent} cleeng-account-error - It has not; the element shows why.
 * @fires {PasswordRequestedEvent} cleeng-password-requested - A link to choose a new password is on its way.
 * @fires {PasswordErrorEvent} cleeng-password-error - It could not be sent; the element shows why.
 * @slot heading - Replaces the heading.
 * @slot more - For your own: deleting the account, a copy of all data.
 * @slot footer - Below everything.
 * @csspart form - Around everything.
 * @csspart heading - The default heading.
 * @csspart summary - A part of the profile.
 * @csspart submit - The button that confirms.
 * @csspart notice - A message about what happened.
 * @csspart button - Any other button.
 */
export class CleengProfile extends AccountSection<ProfileView> {
  /** The page a link to set a new password leads to, as an absolute URL; the platform's own unless set. That page must show `<cleeng-login>`. */
  @property({ attribute: 'reset-url' }) resetUrl?: string;
  /** The languages to choose from, as tags such as `en de fr`, separated by spaces or commas; without them there is no choice. */
  @property() languages?: string;

  protected override readonly heading = 'profile.heading';

  protected override prefetch(kit: Kit): void {
    customerOf(kit);
    void captureOf(kit)?.load();
    void consentsOf(kit)?.load();
  }

  protected override async loadBody() {
    const { Profile } = await import('./body.js');
    return new Profile(this);
  }
}
