import type { GeoJSONSource, Map as BaseMap } from 'maplibre-gl'
import { collection, feature } from './geometry'
import { FONT, palettes, toneColours, type Mood } from './tokens'
import type { Mark } from './types'

const SOURCE = 'marks'

function features(marks: Mark[]) {
  return collection(
    marks.map((mark) =>
      feature(
        { type: 'Point', coordinates: [mark.lon, mark.lat] },
        { id: mark.id, name: mark.name, tone: mark.tone, ...(mark.paint ?? toneColours[mark.tone]) },
      ),
    ),
  )
}

/** Points with a sign in them (✓ … → !), a halo around those not done, and their names from zoom 11, which cover no sign. */
export function addMarks(map: BaseMap, marks: Mark[], mood: Mood): void {
  const c = palettes[mood]
  map.addSource(SOURCE, { type: 'geojson', data: features(marks) })
  const open = ['!', ['in', ['get', 'tone'], ['literal', ['done', 'idle']]]] as never
  map.addLayer({
    id: 'mark-name',
    type: 'symbol',
    source: SOURCE,
    minzoom: 10.8,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': FONT,
      'text-size': 13,
      'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
      'text-radial-offset': 0.95,
      'text-optional': true,
      'symbol-sort-key': ['match', ['get', 'tone'], 'late', 0, 'waiting', 1, 'moving', 1, 2],
    },
    paint: { 'text-color': c.label, 'text-halo-color': c.halo, 'text-halo-width': 1.8 },
  })
  map.addLayer({
    id: 'mark-halo',
    type: 'circle',
    source: SOURCE,
    filter: open,
    paint: { 'circle-radius': 20, 'circle-color': ['get', 'fill'], 'circle-opacity': 0.22 },
  })
  map.addLayer({
    id: 'mark',
    type: 'circle',
    source: SOURCE,
    paint: {
      'circle-radius': ['match', ['get', 'tone'], 'idle', 5, 'done', 8, 9.5],
      'circle-color': ['get', 'fill'],
      'circle-stroke-color': '#FFFFFF',
      'circle-stroke-width': 2,
    },
  })
  map.addLayer({
    id: 'mark-sign',
    type: 'symbol',
    source: SOURCE,
    filter: ['!=', ['get', 'tone'], 'idle'],
    layout: {
      'text-field': ['get', 'sign'],
      'text-font': FONT,
      'text-size': 11,
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: { 'text-color': ['get', 'on'] },
  })
}

export function updateMarks(map: BaseMap, marks: Mark[]): void {
  map.getSource<GeoJSONSource>(SOURCE)?.setData(features(marks))
}
