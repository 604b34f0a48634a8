import { describeReading } from './crawl/describeReading'
import { halves } from './world/halves'

describeReading('practice', halves[1])
