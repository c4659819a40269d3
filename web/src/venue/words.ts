import type { ActivityKind, VisitorGroup } from '@/api'

/** In the order they are offered; their names are words of the module venue. */
export const GROUPS: VisitorGroup[] = ['students', 'fishers', 'workers', 'elders', 'cadres', 'residents', 'others']
export const ACTIVITIES: ActivityKind[] = [
  'lecture',
  'reception',
  'household',
  'disaster_day',
  'safety_month',
  'fire_day',
  'flood_season',
  'first_lesson',
  'fishers',
  'enterprise',
  'other',
]
