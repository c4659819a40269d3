/** 1234567 fen → "12,345.67". */
export const yuan = (fen: number): string =>
  (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** "12,345.67" → 1234567 fen; NaN for what is no amount, so that the server refuses it by name. */
export function fen(text: string): number {
  const clean = text.replaceAll(/[,，\s]/g, '')
  return /^\d+(\.\d{1,2})?$/.test(clean) ? Math.round(Number(clean) * 100) : Number.NaN
}

export const SOURCES = ['county', 'prefecture', 'town'] as const
export const LINES = ['site', 'materials', 'equipment', 'people'] as const
export const PROCUREMENTS = ['tender', 'online_store', 'quotation', 'other'] as const
