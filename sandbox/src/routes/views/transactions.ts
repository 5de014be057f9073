import { html } from 'hono/html';
import type { z } from '@hono/zod-openapi';
import type { Transaction } from '../../contract/account.js';
import type { StoredTransaction } from '../../db/transactions.js';
import { placeOf } from '../../geo.js';
import { BASIS, formatMoney, toText } from '../../rules/money.js';
import { fineNet } from '../../rules/tax.js';

export function transactionView({ line, customer, publisherName }: StoredTransaction): z.infer<typeof Transaction> {
  const money = (minor: number) => toText(minor, line.currency);
  const offerPrice = offerPriceOf(line);
  return {
    transactionId: `T${line.id}`,
    transactionDate: line.date,
    offerId: line.offerId,
    offerType: line.offerType,
    offerTitle: line.offerTitle,
    offerPeriod: line.offerPeriod,
    publisherSiteName: publisherName,
    transactionPriceExclTax: money(line.priceExclTax),
    transactionPriceInclTax: money(line.priceInclTax),
    applicableTax: money(line.tax),
    taxRate: (line.taxRate / BASIS).toFixed(4),
    transactionCurrency: line.currency,
    offerPriceExclTax: offerPrice,
    offerCurrency: line.offerCurrency,
    discountType: '0',
    discountRate: (line.discountRate / BASIS).toFixed(4),
    discountValue: money(line.discount),
    discountedOfferPrice: line.discount > 0 ? money(line.offerPrice - line.discount) : offerPrice,
    couponCode: line.couponCode,
    campaignId: String(line.campaignId ?? 0),
    campaignName: line.campaignName,
    appliedExchangeRateCustomer: (1).toFixed(4),
    customerId: String(line.customerId),
    customerEmail: customer.email,
    customerLocale: customer.locale,
    customerCountry: line.country,
    customerIpCountry: placeOf(customer.lastIp).country,
    customerCurrency: line.currency,
    paymentMethod: line.paymentMethod,
    publisherId: String(line.publisherId),
    transactionExternalData: '',
    referalUrl: '',
    contentExternalId: '',
    contentType: '',
    shortUrl: '',
    targetType: line.targetType,
    targetId: line.targetId,
  };
}

/** The offer's net price with all its decimals, where nothing was taken off and so the gross one is known. */
function offerPriceOf(line: StoredTransaction['line']): string {
  const { offerPrice, priceExclTax, priceInclTax, discount, taxRate, offerCurrency: currency } = line;
  if (discount > 0 || priceExclTax !== offerPrice || taxRate === 0) return toText(offerPrice, currency);
  return fineNet({ amount: priceInclTax, currency, taxIncluded: true }, taxRate).toFixed(4);
}

/** A receipt for people. Whatever comes from outside is escaped by the template. */
export async function receiptPage({ line, customer, publisherName }: StoredTransaction): Promise<string> {
  const money = (minor: number) => formatMoney(minor, line.currency);
  const page = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Receipt T${line.id}</title>
      </head>
      <body>
        <h1>${publisherName}</h1>
        <p>Receipt T${line.id}, ${new Date(line.date * 1000).toUTCString()}</p>
        <p>${customer.firstName} ${customer.lastName} (${customer.email})</p>
        <table>
          <tr>
            <td>${line.offerTitle} (${line.offerId})</td>
            <td>${money(line.priceExclTax)}</td>
          </tr>
          <tr>
            <td>Tax ${line.taxRate / 100} %</td>
            <td>${money(line.tax)}</td>
          </tr>
          <tr>
            <th>Total (${line.paymentMethod})</th>
            <th>${money(line.priceInclTax)}</th>
          </tr>
        </table>
      </body>
    </html>`;
  return String(page);
}
