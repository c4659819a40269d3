export interface Spot {
  lon: number
  lat: number
}

const LONGEST_MS = 15_000

/** Where the phone is now, read once because its owner pressed. Phones give WGS-84, which the station keeps. */
export function whereNow(): Promise<Spot> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) return reject(new Error('no place'))
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const spot = { lon: round(coords.longitude), lat: round(coords.latitude) }
        // 0°N 0°E lies in the Atlantic: a phone that has found nothing.
        if (Math.abs(spot.lon) < 0.01 && Math.abs(spot.lat) < 0.01) reject(new Error('no place'))
        else resolve(spot)
      },
      () => reject(new Error('no place')),
      { enableHighAccuracy: true, timeout: LONGEST_MS, maximumAge: 30_000 },
    )
  })
}

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5
