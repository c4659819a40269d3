import type { Directive } from 'vue'

/** Writes each column's heading on its cells, so that on a narrow screen a row can stand as a card (table.css). */
function label(table: HTMLTableElement): void {
  table.classList.add('folds')
  const heads = [...table.querySelectorAll('thead th')].map((each) => each.textContent?.trim() ?? '')
  for (const row of table.querySelectorAll('tbody tr, tfoot tr')) {
    let column = 0
    for (const cell of row.querySelectorAll<HTMLTableCellElement>(':scope > td, :scope > th')) {
      const words = heads[column] ?? ''
      if (cell.dataset.label !== words) cell.dataset.label = words
      column += cell.colSpan
    }
  }
}

export const vFolds: Directive<HTMLTableElement> = { mounted: label, updated: label }
