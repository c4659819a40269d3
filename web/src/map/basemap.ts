import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { FONT, palettes, type Mood } from './tokens'

export interface BaseOptions {
  mood: Mood
  /** Draw town boundaries and town names. */
  towns: boolean
  /** Print the towns' names; off where towns are marks with names of their own. */
  townNames: boolean
  /** The station's own division: code and name; it is lifted out of the others. */
  own: { area: string; name: string } | null
  /** Said in the corner: where the coast comes from and that boundaries are schematic. */
  attribution: string
}

type Paint = Record<string, unknown>
const SOURCE = 'base'

function byZoom(...stops: number[]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as ExpressionSpecification
}

function layer(id: string, type: string, sourceLayer: string, paint: Paint, more: Paint = {}): LayerSpecification {
  return { id, type, source: SOURCE, 'source-layer': sourceLayer, paint, ...more } as unknown as LayerSpecification
}

function label(
  id: string,
  kind: string,
  size: unknown,
  colour: string,
  halo: string,
  more: Paint = {},
): LayerSpecification {
  const { layout, filter, ...top } = more as { layout?: Paint; filter?: unknown }
  const ofKind = ['==', ['get', 'kind'], kind]
  return layer(
    id,
    'symbol',
    'place',
    { 'text-color': colour, 'text-halo-color': halo, 'text-halo-width': 1.6 },
    {
      filter: filter ? ['all', ofKind, filter] : ofKind,
      layout: { 'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': size, ...layout },
      ...top,
    },
  )
}

function townName(mood: Mood, own: BaseOptions['own']): LayerSpecification {
  const c = palettes[mood]
  return label('town-name', 'town', byZoom(10, 12, 12, 16), c.townLabel, c.halo, {
    minzoom: 9.5,
    filter: ['!=', ['get', 'name'], own?.name ?? ''],
    layout: { 'text-letter-spacing': 0.12 },
  })
}

function townLayers({ mood, own, townNames }: BaseOptions): LayerSpecification[] {
  const c = palettes[mood]
  const ours = ['==', ['get', 'code'], own?.area.slice(0, 9) ?? '']
  return [
    layer('own', 'fill', 'town', { 'fill-color': c.own, 'fill-opacity': c.ownOpacity }, { filter: ours }),
    layer('town', 'line', 'town', { 'line-color': c.town, 'line-width': 1.2, 'line-dasharray': [4, 2, 1, 2] }),
    layer('own-line', 'line', 'town', { 'line-color': c.own, 'line-width': 2.2 }, { filter: ours }),
    layer('county-line', 'line', 'shishi', { 'line-color': c.countyEdge, 'line-width': 1.8 }),
    ...(townNames ? [townName(mood, own)] : []),
  ]
}

/** Land, sea, coast and names from the station's own file. No borders, no network, no glyph files. */
export function baseStyle(options: BaseOptions): StyleSpecification {
  const c = palettes[options.mood]
  return {
    version: 8,
    sources: {
      [SOURCE]: {
        type: 'vector',
        url: `pmtiles://${location.origin}/map/shishi.pmtiles`,
        attribution: options.attribution,
      },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': c.sea } },
      layer('shallow', 'line', 'land', {
        'line-color': c.shallow,
        'line-width': byZoom(4, 2, 9, 10, 12, 26),
        'line-blur': byZoom(4, 1, 9, 8, 12, 22),
      }),
      layer('land', 'fill', 'land', { 'fill-color': c.land }),
      layer('county', 'fill', 'shishi', { 'fill-color': c.county }),
      layer('coast', 'line', 'land', { 'line-color': c.edge, 'line-width': byZoom(4, 0.4, 10, 1.1) }),
      ...(options.towns ? townLayers(options) : []),
      label('sea-name', 'sea', byZoom(4, 12, 11, 15), c.seaLabel, c.halo, { layout: { 'text-letter-spacing': 0.3 } }),
      label('county-name', 'county', 13, c.label, c.halo, { minzoom: 8.2 }),
      label('city-name', 'city', byZoom(4, 11, 9, 15), c.label, c.halo, { maxzoom: 9.6 }),
      label('port-name', 'port', 12.5, c.port, c.halo, {
        minzoom: 9.5,
        layout: { 'text-anchor': 'left', 'text-offset': [0.8, 0] },
      }),
    ],
  }
}
