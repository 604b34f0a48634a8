import { proveActions } from '@/tests/support/scenes/prove'
import { requestScenes } from '@/tests/support/scenes/requestScenes'
import { makeStage } from '@/tests/support/scenes/stage'

proveActions(requestScenes, makeStage)
