import { describeWriting } from './crawl/describeWriting'
import { halves } from './world/halves'

describeWriting('records', halves[0])
