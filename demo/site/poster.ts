import { svg, type SVGTemplateResult } from 'lit';
import type { Show } from './shows.js';

const SHAPES: Readonly<Record<Show['shape'], (light: string) => SVGTemplateResult>> = {
  peaks: (light) =>
    svg`<path d="M0 110 38 58l20 26 26-44 36 70v40H0Z" fill=${light} opacity=".85" /><path d="M0 128 46 92l34 30 40-24v52H0Z" fill=${light} opacity=".45" />`,
  moon: (light) =>
    svg`<circle cx="78" cy="52" r="26" fill=${light} /><circle cx="38" cy="78" r="12" fill=${light} opacity=".6" /><path d="M0 126q30-16 60 0t60 0v24H0Z" fill=${light} opacity=".35" />`,
  waves: (light) =>
    svg`<path d="M0 96q20-18 40 0t40 0 40 0v54H0Z" fill=${light} opacity=".8" /><path d="M0 118q20-16 40 0t40 0 40 0v32H0Z" fill=${light} opacity=".45" />`,
  trees: (light) =>
    svg`<g fill=${light} opacity=".8"><path d="m24 44 16 62H8ZM60 28l20 78H40ZM96 52l16 54H80Z" /></g><path d="M0 106h120v44H0Z" fill=${light} opacity=".3" />`,
  rink: (light) =>
    svg`<g fill="none" stroke=${light} stroke-width="4" opacity=".85"><circle cx="60" cy="76" r="30" /><path d="M60 16v120M0 76h30M90 76h30" /></g><circle cx="60" cy="76" r="6" fill=${light} />`,
  lights: (light) =>
    svg`<g fill="none" stroke=${light} stroke-width="10" stroke-linecap="round"><path d="M10 100C30 30 44 30 56 78s34 34 54-44" opacity=".75" /><path d="M6 126C34 70 52 74 66 104s28 22 48-20" opacity=".35" /></g>`,
};

/** A show's poster, drawn here: the demo loads no pictures from anywhere. */
export const poster = ({ colours: [dark, light], shape }: Show): SVGTemplateResult => svg`
  <svg viewBox="0 0 120 150" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
    <rect width="120" height="150" fill=${dark} />
    ${SHAPES[shape](light)}
  </svg>`;
