import type { Colour } from '@/api'
import type { Tone } from './types'

/** Local fonts: the style has no glyphs on purpose, so Chinese labels need no network. */
export const FONT = ['Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'sans-serif']

export const palettes = {
  light: {
    sea: '#CFE3F3',
    shallow: '#BBD6EC',
    land: '#F4F1EA',
    edge: '#8FB3D1',
    county: '#FFFDF6',
    countyEdge: '#5B7BA0',
    town: '#B9C3CF',
    label: '#35465A',
    townLabel: '#5D7187',
    halo: '#FFFFFF',
    seaLabel: '#4F7FA8',
    own: '#0F5CC0',
    ownOpacity: 0.09,
    port: '#0B6678',
    track: '#33475C',
    forecast: '#D01F26',
  },
  dark: {
    sea: '#06182B',
    shallow: '#0B2B4C',
    land: '#16344F',
    edge: '#3A7DB8',
    county: '#245C8C',
    countyEdge: '#6FB4F2',
    town: '#3E6C96',
    label: '#CFE2F5',
    townLabel: '#9CC3E6',
    halo: '#071A2E',
    seaLabel: '#5C8DB8',
    own: '#4DA3FF',
    ownOpacity: 0.2,
    port: '#6FD6E6',
    track: '#DCEBFA',
    forecast: '#FF8A8F',
  },
} as const
export type Mood = keyof typeof palettes

export const toneColours: Record<Tone, { fill: string; on: string; sign: string }> = {
  done: { fill: '#0E7A4A', on: '#FFFFFF', sign: '✓' },
  waiting: { fill: '#FFC400', on: '#2A2100', sign: '…' },
  moving: { fill: '#0F5CC0', on: '#FFFFFF', sign: '→' },
  late: { fill: '#D01F26', on: '#FFFFFF', sign: '!' },
  idle: { fill: '#8393A5', on: '#FFFFFF', sign: '·' },
}

/** Lines and fills of warned areas: dark enough to be seen on the light ground. */
export const warningInk: Record<Colour, string> = {
  red: '#D01F26',
  orange: '#E8871A',
  yellow: '#C79A00',
  blue: '#1E6FE0',
  none: '#5F6F82',
}

/** Point colour by two-minute wind, m/s: the six grades of GB/T 19201. */
export function gradeColour(wind_ms: number): string {
  if (wind_ms >= 51) return '#C9184A'
  if (wind_ms >= 41.5) return '#E4572E'
  if (wind_ms >= 32.7) return '#F5A11A'
  if (wind_ms >= 24.5) return '#E9D22B'
  if (wind_ms >= 17.2) return '#3E8EF7'
  return '#35B779'
}
