import type { AreaCode, Colour, Instant } from './common'

export type WarningAction = 'issue' | 'continue' | 'raise' | 'lower' | 'lift'
export type WarningState = 'active' | 'superseded' | 'lifted' | 'expired'

export interface WarningArea {
  description: string
  codes: AreaCode[]
  polygons: number[][][]
  circles: { lon: number; lat: number; radius_km: number }[]
}

export interface Warning {
  id: string
  identifier: string
  sender: string
  sender_name: string
  standard: string
  source: 'http' | 'folder' | 'feed' | 'relay' | 'issued'
  via: string
  status: string
  msg_type: string
  action: WarningAction
  hazard: string
  hazard_name: string
  colour: Colour
  event: string
  headline: string
  description: string
  instruction: string
  sent: Instant
  received_at: Instant
  effective: Instant | null
  onset: Instant | null
  expires: Instant | null
  state: WarningState
  replaced_by: string | null
  replaces: string[]
  areas: WarningArea[]
  covers_us: boolean
  notes: string[]
  drill: string
  responses: string[]
  first_response_at: Instant | null
}

export interface WarningBrief {
  id: string
  action: WarningAction
  colour: Colour
  sent: Instant
  headline: string
  state: WarningState
}

export interface WarningInfo {
  language: string
  event: string
  headline: string
  description: string
  instruction: string
}

export interface WarningDetail extends Warning {
  original: string
  infos: WarningInfo[]
  history: WarningBrief[]
}

export interface WarningReceipt {
  id: string
  ids: string[]
  notes: string[]
  verdict: string
}

export interface IssueWarning {
  hazard: string
  colour: Colour
  headline: string
  description: string
  instruction: string
  codes: AreaCode[]
  effective: Instant
  expires: Instant
  action: WarningAction
  references: string[]
}

export type WindForce = 7 | 10 | 12
/** North-east, south-east, south-west, north-west. */
export type QuadrantRadii = number[]

export interface TyphoonPoint {
  at: Instant
  lon: number
  lat: number
  wind_ms: number
  pressure_hpa: number
  grade: string
  agency: string
}

export interface Typhoon {
  number: string
  name: string
  name_en: string
  grade: string
  points: TyphoonPoint[]
  forecast: { at: Instant; lon: number; lat: number; wind_ms: number }[]
  circles: { force: WindForce; radii_km: QuadrantRadii }[]
  distance_km: number | null
  landfall_expected: Instant | null
  updated_at: Instant
  drill: string
}
