/**
 * What the button that places an order has to say, by law, and cannot say otherwise: the words are no message that could be overridden, and
 * no theme reaches them. A lawyer has to look over the countries and the words before a publisher relies on them.
 *
 * Countries: those of the European Economic Area (directive 2011/83/EU, article 8(2)) and the United Kingdom (Consumer Contracts Regulations
 * 2013, regulation 14). A trial that is paid for later counts as an order with obligation to pay.
 */
const COUNTRIES = 'AT BE BG CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK';

/** "Order with obligation to pay", as the directive's own versions put it, by the viewer's language; of Arabic and Hebrew there is none. */
const WORDS: Readonly<Record<string, string>> = {
  ar: 'طلب مع الالتزام بالدفع',
  bg: 'Поръчка със задължение за плащане',
  cs: 'Objednávka zavazující k platbě',
  da: 'Ordre med betalingsforpligtelse',
  de: 'Zahlungspflichtig bestellen',
  el: 'Παραγγελία με υποχρέωση πληρωμής',
  en: 'Order with obligation to pay',
  es: 'Pedido con obligación de pago',
  et: 'Tellimus koos maksekohustusega',
  fi: 'Maksuvelvollisuuden aiheuttava tilaus',
  fr: 'Commande avec obligation de paiement',
  he: 'הזמנה עם התחייבות לתשלום',
  hr: 'Narudžba s obvezom plaćanja',
  hu: 'Fizetési kötelezettséggel járó megrendelés',
  is: 'Pöntun með greiðsluskyldu',
  it: 'Ordine con obbligo di pagare',
  lt: 'Užsakymas su įsipareigojimu sumokėti',
  lv: 'Pasūtījums ar pienākumu maksāt',
  mt: 'Ordni b’obbligu li tħallas',
  nb: 'Bestilling med betalingsforpliktelse',
  nl: 'Bestelling met betalingsverplichting',
  nn: 'Bestilling med betalingsplikt',
  no: 'Bestilling med betalingsforpliktelse',
  pl: 'Zamówienie z obowiązkiem zapłaty',
  pt: 'Encomenda com obrigação de pagar',
  ro: 'Comandă cu obligație de plată',
  sk: 'Objednávka s povinnosťou platby',
  sl: 'Naročilo z obveznostjo plačila',
  sv: 'Beställning med betalningsskyldighet',
};

/**
 * The button's words for an order with obligation to pay, where a law asks for them; `undefined` elsewhere.
 * @param country of the order; where it is unknown, the law is taken to apply
 * @param lang the viewer's language, as a BCP 47 tag; without words in it, English
 */
export function orderButtonWords(country: string, lang: string): string | undefined {
  if (country && !COUNTRIES.split(' ').includes(country)) return undefined;
  return WORDS[lang.split('-', 1)[0]!] ?? WORDS['en'];
}
