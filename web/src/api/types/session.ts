import type { AreaCode, Instant } from './common'

export type NodeLevel = 'province' | 'prefecture' | 'county' | 'town' | 'village'

export type Permission =
  | 'desk.view'
  | 'warning.receive'
  | 'warning.issue'
  | 'response.confirm'
  | 'response.close'
  | 'call.record'
  | 'task.confirm'
  | 'organisation.view'
  | 'organisation.edit'
  | 'plan.view'
  | 'plan.edit'
  | 'plan.approve'
  | 'policy.view'
  | 'policy.edit'
  | 'journal.read'
  | 'person.erase'
  | 'system.admin'
  | 'registers.view'
  | 'registers.edit'
  | 'drill.start'

export interface Me {
  person: string
  login: string
  name: string
  roles: string[]
  permissions: Permission[]
  area: AreaCode
  area_name: string
  level: NodeLevel
  node: { area: AreaCode; name: string; level: NodeLevel }
  post_titles: string[]
  unread: number
}

export interface Session {
  token: string
  expires_at: Instant
  me: Me
}
