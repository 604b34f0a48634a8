import { proveActions } from '@/tests/support/scenes/prove'
import { sharingScenes } from '@/tests/support/scenes/sharingScenes'
import { makeStage } from '@/tests/support/scenes/stage'

proveActions(sharingScenes, makeStage)
