/** States and provinces, where a tax or a law depends on them. `Intl` knows no names for these. */
const REGIONS: Readonly<Record<string, string>> = {
  US: 'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming',
  CA: 'AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NT Northwest Territories|NS Nova Scotia|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon',
  AU: 'ACT Australian Capital Territory|NSW New South Wales|NT Northern Territory|QLD Queensland|SA South Australia|TAS Tasmania|VIC Victoria|WA Western Australia',
};

export interface Region {
  readonly code: string;
  readonly name: string;
}

/** The regions of a country to choose from; `undefined` where they are written freely. */
export function regionsOf(country: string): Region[] | undefined {
  return REGIONS[country]?.split('|').map((entry) => {
    const [code = ''] = entry.split(' ');
    return { code, name: entry.slice(code.length + 1) };
  });
}

/** The code of a region that somebody wrote freely, by its code or its name. */
export function regionCode(regions: readonly Region[], text: string): string | undefined {
  const wanted = text.trim().toLowerCase();
  return regions.find(({ code, name }) => [code, name].some((known) => known.toLowerCase() === wanted))?.code;
}
