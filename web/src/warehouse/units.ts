import { locale } from '@/i18n'

/** Quantities travel in the smallest unit; people read and type them in the unit of the item. */
export interface Counted {
  grain: number
  unit: string
}

export function amount(quantity: number, item: Counted): string {
  const shown = (quantity / item.grain).toLocaleString(locale(), { maximumFractionDigits: 3 })
  return `${shown} ${item.unit}`
}

/** What was typed, in the smallest unit. The station refuses what is not whole, so it is sent as it is. */
export function grains(typed: number, item: Counted): number {
  const exact = typed * item.grain
  return Math.abs(exact - Math.round(exact)) < 1e-6 ? Math.round(exact) : exact
}

/** The end of a batch's name is what people can compare with a label. */
export const short = (id: string): string => id.slice(-8)
