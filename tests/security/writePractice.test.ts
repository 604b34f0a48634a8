import { describeWriting } from './crawl/describeWriting'
import { halves } from './world/halves'

describeWriting('practice', halves[1])
