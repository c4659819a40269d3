import type { Permission } from '@/api'

/** One page of the desk's navigation; `word` is its key in common.nav. */
export interface Module {
  to: string
  word: string
  permission?: Permission
}
/** Pages that are looked for less often stand together under one word (common.nav.group). */
export interface ModuleGroup {
  group: string
  items: Module[]
}

/** What the night needs stands open, in the order of the work. Everything else is one press further. */
export const OPEN: Module[] = [
  { to: '/desk', word: 'desk', permission: 'desk.view' },
  { to: '/warnings', word: 'warnings', permission: 'desk.view' },
  { to: '/calls', word: 'calls', permission: 'desk.view' },
  { to: '/orders', word: 'orders', permission: 'desk.view' },
  { to: '/incidents', word: 'incidents', permission: 'desk.view' },
  { to: '/responses', word: 'responses', permission: 'desk.view' },
  { to: '/duty', word: 'duty' },
]

export const GROUPS: ModuleGroup[] = [
  {
    group: 'comms',
    items: [
      { to: '/broadcast', word: 'broadcast', permission: 'desk.view' },
      { to: '/consultations', word: 'consultations', permission: 'desk.view' },
      { to: '/meetings', word: 'meetings', permission: 'desk.view' },
      { to: '/devices', word: 'devices', permission: 'desk.view' },
    ],
  },
  {
    group: 'prevention',
    items: [
      { to: '/risk', word: 'risk', permission: 'desk.view' },
      { to: '/sensors', word: 'sensors', permission: 'desk.view' },
      { to: '/grid', word: 'grid', permission: 'desk.view' },
      { to: '/enforcement', word: 'enforcement', permission: 'enforcement.view' },
    ],
  },
  {
    group: 'base',
    items: [
      { to: '/plans', word: 'plans', permission: 'plan.view' },
      { to: '/organisation', word: 'organisation', permission: 'organisation.view' },
    ],
  },
  {
    group: 'supplies',
    items: [
      { to: '/teams', word: 'teams', permission: 'team.view' },
      { to: '/exercises', word: 'exercises', permission: 'team.view' },
      { to: '/towns', word: 'towns', permission: 'desk.view' },
      { to: '/transfers', word: 'transfers', permission: 'desk.view' },
      { to: '/stores', word: 'stores', permission: 'stock.view' },
      { to: '/dispatch', word: 'dispatch', permission: 'stock.view' },
    ],
  },
  {
    group: 'programme',
    items: [
      { to: '/venue', word: 'venue', permission: 'desk.view' },
      { to: '/building', word: 'building', permission: 'desk.view' },
      { to: '/readiness', word: 'readiness', permission: 'desk.view' },
      { to: '/acceptance', word: 'acceptance', permission: 'desk.view' },
      { to: '/evaluation', word: 'evaluation', permission: 'desk.view' },
      { to: '/funds', word: 'funds', permission: 'funds.view' },
    ],
  },
  {
    group: 'manage',
    items: [
      { to: '/links', word: 'links' },
      { to: '/policy', word: 'policy', permission: 'policy.view' },
      { to: '/journal', word: 'journal', permission: 'journal.read' },
      { to: '/system', word: 'system' },
    ],
  },
]
