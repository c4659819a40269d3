import { api, ask, type FieldType, type RegisterField } from '@/api'
import { i18n, locale } from '@/i18n'

/** The areas and people a register's fields may name. */
export interface Names {
  areas: { id: string; name: string }[]
  people: { id: string; name: string }[]
}

export async function readNames(): Promise<Names> {
  const [areas, people] = await Promise.all([
    ask(api.GET('/api/v1/areas')),
    ask(api.GET('/api/v1/people')).catch(() => ({ items: [] })),
  ])
  return {
    areas: areas.items.map(({ code, name }) => ({ id: code, name })),
    people: people.items.map(({ id, name }) => ({ id, name })),
  }
}

export const titleOf = (field: RegisterField): string => (locale() === 'en' ? field.title_en : field.title_zh)

/** A value as people read it: a code by its name, yes for true. */
export function shown(value: unknown, type: FieldType, names: Names | null): string {
  if (value === null || value === undefined || value === '') return '—'
  if (type === 'area') return names?.areas.find((each) => each.id === value)?.name ?? String(value)
  if (type === 'person') return names?.people.find((each) => each.id === value)?.name ?? String(value)
  if (type === 'bool') return i18n.global.t(value ? 'common.state.yes' : 'common.state.no')
  if (type === 'place' && typeof value === 'object') return Object.values(value).join(', ')
  return String(value)
}
