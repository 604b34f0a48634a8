import { proveActions } from '@/tests/support/scenes/prove'
import { makeStage } from '@/tests/support/scenes/stage'
import { visitScenes } from '@/tests/support/scenes/visitScenes'

proveActions(visitScenes, makeStage)
