import { minorScenes } from '@/tests/support/scenes/minorScenes'
import { proveActions } from '@/tests/support/scenes/prove'
import { makeStage } from '@/tests/support/scenes/stage'

proveActions(minorScenes, makeStage)
