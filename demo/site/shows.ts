/** The fictional catalogue. Posters are drawn from two colours and a shape. */
export interface Show {
  title: string;
  note: string;
  colours: readonly [string, string];
  shape: 'peaks' | 'moon' | 'waves' | 'trees' | 'rink' | 'lights';
}

export const ROWS: readonly { title: string; shows: readonly Show[] }[] = [
  {
    title: 'New this week',
    shows: [
      { title: 'The Long Thaw', note: 'Drama · 8 episodes', colours: ['#16324f', '#9bd4e4'], shape: 'peaks' },
      { title: 'Harbour Nine', note: 'Crime · Season 2', colours: ['#2b1b3d', '#f08a5d'], shape: 'waves' },
      { title: 'Polar Night', note: 'Thriller · 6 episodes', colours: ['#0c1b2a', '#7df0c8'], shape: 'lights' },
      { title: 'Birch & Bone', note: 'Mystery · 10 episodes', colours: ['#1f2d1f', '#d9c9a3'], shape: 'trees' },
      { title: 'Two Moons Over Bergen', note: 'Comedy · Season 1', colours: ['#31264f', '#ffd37a'], shape: 'moon' },
    ],
  },
  {
    title: 'Live and sport',
    shows: [
      { title: 'Elite Hockey', note: 'Tonight 19:00', colours: ['#12304a', '#e6f3ff'], shape: 'rink' },
      { title: 'Ski Classics', note: 'Saturday 10:15', colours: ['#1d3557', '#f1faee'], shape: 'peaks' },
      { title: 'Midsummer Night Live', note: 'From the archipelago', colours: ['#3d1f47', '#ff9fb2'], shape: 'lights' },
      { title: 'Fjord Regatta', note: 'Sunday 13:00', colours: ['#0b3c49', '#bff0d4'], shape: 'waves' },
      { title: 'Forest Run', note: 'Sunday 09:30', colours: ['#17301c', '#b7e4a0'], shape: 'trees' },
    ],
  },
];
