import type { FeatureCollection } from 'geojson'
import type { GeoJSONSource, Map as BaseMap } from 'maplibre-gl'

const SOURCE = 'shapes'

/** Areas of a warning: a light fill and a firm outline in the warning's colour. */
export function addShapes(map: BaseMap, shapes: FeatureCollection, colour: string): void {
  map.addSource(SOURCE, { type: 'geojson', data: shapes })
  map.addLayer({ id: 'shape', type: 'fill', source: SOURCE, paint: { 'fill-color': colour, 'fill-opacity': 0.16 } })
  map.addLayer({ id: 'shape-line', type: 'line', source: SOURCE, paint: { 'line-color': colour, 'line-width': 2.2 } })
}

export function updateShapes(map: BaseMap, shapes: FeatureCollection): void {
  map.getSource<GeoJSONSource>(SOURCE)?.setData(shapes)
}
