import type { Role } from '@/api'
import { locale } from '@/i18n'

export const roleTitle = (role: Role): string => (locale() === 'en' ? role.title_en : role.title_zh)

/** "zhiban" → "值班员"; a role that this program no longer knows shows as it is. */
export function rolesText(ids: string[], known: Role[]): string {
  return ids.map((id) => {
    const role = known.find((each) => each.id === id)
    return role ? roleTitle(role) : id
  }).join(' · ')
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to hand over once: twelve letters and digits that cannot be mistaken for each other. */
export function drawnPassword(): string {
  const drawn = crypto.getRandomValues(new Uint32Array(12))
  const letters = [...drawn].map((each) => LETTERS[each % LETTERS.length]).join('')
  return letters.match(/.{4}/g)!.join('-')
}
