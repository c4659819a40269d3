import { words } from '../words'

export default words({ title: '待写' }, { title: 'To be written' })
