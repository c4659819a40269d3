import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { nextTick } from 'vue'
import { vFolds } from './folds'

test('every cell carries the heading of its column, those added later too', async () => {
  const page = mount(
    {
      directives: { folds: vFolds },
      props: ['rows'],
      template:
        '<table v-folds><thead><tr><th>物资</th><th>数量</th><th></th></tr></thead>' +
        '<tbody><tr v-for="row in rows" :key="row"><td colspan="2">{{ row }}</td><td>查看</td></tr></tbody></table>',
    },
    { props: { rows: ['排水泵'] } },
  )
  const labels = () => page.findAll('td').map((cell) => cell.attributes('data-label'))
  expect(page.classes()).toContain('folds')
  expect(labels()).toEqual(['物资', ''])
  await page.setProps({ rows: ['排水泵', '编织袋'] })
  await nextTick()
  expect(labels()).toEqual(['物资', '', '物资', ''])
})
