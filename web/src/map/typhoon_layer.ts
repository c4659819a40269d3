import type { Position } from 'geojson'
import type { GeoJSONSource, Map as BaseMap } from 'maplibre-gl'
import type { Typhoon } from '@/api'
import { centreOf, collection, feature, polygon, windRing } from './geometry'
import { FONT, gradeColour, palettes, type Mood } from './tokens'

const forceColour = ['match', ['get', 'force'], 7, '#3E8EF7', 10, '#F08A1A', '#D01F26'] as never
const SOURCES = ['wind', 'track', 'forecast', 'eye'] as const

function line(positions: Position[]) {
  return feature({ type: 'LineString', coordinates: positions })
}

/** Everything drawn of the typhoons, by source. */
export function typhoonFeatures(typhoons: Typhoon[]) {
  const here = (typhoon: Typhoon): Position[] => {
    const centre = centreOf(typhoon)
    return centre ? [[centre.lon, centre.lat]] : []
  }
  const wind = typhoons.flatMap((typhoon) =>
    here(typhoon).flatMap(([lon = 0, lat = 0]) =>
      typhoon.circles.map((circle) => polygon(windRing(lon, lat, circle.radii_km), { force: circle.force })),
    ),
  )
  const track = typhoons.flatMap((typhoon) => [
    line(typhoon.points.map((p) => [p.lon, p.lat])),
    ...typhoon.points.map((p) =>
      feature({ type: 'Point', coordinates: [p.lon, p.lat] }, { colour: gradeColour(p.wind_ms) }),
    ),
  ])
  const forecast = typhoons.map((typhoon) => line([...here(typhoon), ...typhoon.forecast.map((p) => [p.lon, p.lat])]))
  const eye = typhoons.flatMap((typhoon) =>
    here(typhoon).map((position) => feature({ type: 'Point', coordinates: position }, { name: typhoon.name })),
  )
  return { wind: collection(wind), track: collection(track), forecast: collection(forecast), eye: collection(eye) }
}

// Corners from memory of public charts: to be checked against the meteorological service before anyone relies on them.
const watchLines: { hours: number; corners: Position[] }[] = [
  {
    hours: 24,
    corners: [
      [127, 34],
      [127, 22],
      [119, 18],
      [119, 11],
      [113, 4.5],
      [105, 0],
    ],
  },
  {
    hours: 48,
    corners: [
      [132, 34],
      [132, 15],
      [120, 0],
      [105, 0],
    ],
  },
]

function addWatchLines(map: BaseMap, words: (hours: number) => string): void {
  const data = collection(
    watchLines.map(({ hours, corners }) =>
      feature({ type: 'LineString', coordinates: corners }, { hours, name: words(hours) }),
    ),
  )
  map.addSource('watch', { type: 'geojson', data })
  map.addLayer({
    id: 'watch',
    type: 'line',
    source: 'watch',
    paint: {
      'line-color': ['match', ['get', 'hours'], 24, '#E8871A', '#2E7D5B'],
      'line-width': 1.4,
      'line-dasharray': [4, 2],
    },
  })
  map.addLayer({
    id: 'watch-name',
    type: 'symbol',
    source: 'watch',
    minzoom: 4,
    layout: { 'symbol-placement': 'line', 'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': 12 },
    paint: { 'text-color': '#7A4A00', 'text-halo-color': '#FFFFFF', 'text-halo-width': 1.5 },
  })
}

const spiralPath =
  'M0-17C9-17 15-10 15-2 15-6 10-9 4-9A9 9 0 0 1 9 0 9 9 0 0 1 0 9 17 17 0 0 1-15 2C-15 6-10 9-4 9A9 9 0 0 1-9 0 ' +
  '9 9 0 0 1 0-9Z'
const spiral = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-20 -20 40 40" width="68" height="68">',
  `<path d="${spiralPath}" fill="#D01F26" stroke="#fff" stroke-width="1.4"/><circle r="3.6" fill="#fff"/></svg>`,
].join('')

/** The typhoon's sign as a picture for the map's own symbol layer. */
async function addSpiral(map: BaseMap): Promise<void> {
  const image = new Image(68, 68)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(spiral)}`
  await image.decode()
  if (!map.hasImage('spiral')) map.addImage('spiral', image, { pixelRatio: 2 })
}

/** Past track solid with a point a position coloured by grade, forecast dashed, wind circles of force 7, 10, 12. */
export async function addTyphoons(
  map: BaseMap,
  typhoons: Typhoon[],
  mood: Mood,
  words: (hours: number) => string,
): Promise<void> {
  const c = palettes[mood]
  const data = typhoonFeatures(typhoons)
  if (mood === 'light') addWatchLines(map, words)
  for (const name of SOURCES) map.addSource(name, { type: 'geojson', data: data[name] })
  map.addLayer({
    id: 'wind',
    type: 'fill',
    source: 'wind',
    paint: { 'fill-color': forceColour, 'fill-opacity': ['match', ['get', 'force'], 7, 0.08, 10, 0.12, 0.2] },
  })
  map.addLayer({
    id: 'wind-line',
    type: 'line',
    source: 'wind',
    paint: { 'line-color': forceColour, 'line-width': 1.6 },
  })
  map.addLayer({
    id: 'track',
    type: 'line',
    source: 'track',
    filter: ['==', ['geometry-type'], 'LineString'],
    paint: { 'line-color': c.track, 'line-width': 2 },
  })
  map.addLayer({
    id: 'forecast',
    type: 'line',
    source: 'forecast',
    paint: { 'line-color': c.forecast, 'line-width': 2, 'line-dasharray': [2, 1.6] },
  })
  map.addLayer({
    id: 'track-point',
    type: 'circle',
    source: 'track',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-color': ['get', 'colour'],
      'circle-stroke-color': '#FFFFFF',
      'circle-stroke-width': 1,
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 3, 2.6, 7, 5],
    },
  })
  await addSpiral(map)
  map.addLayer({
    id: 'eye',
    type: 'symbol',
    source: 'eye',
    layout: { 'icon-image': 'spiral', 'icon-allow-overlap': true, 'icon-ignore-placement': true },
  })
}

export function updateTyphoons(map: BaseMap, typhoons: Typhoon[]): void {
  const data = typhoonFeatures(typhoons)
  for (const name of SOURCES) map.getSource<GeoJSONSource>(name)?.setData(data[name])
}
