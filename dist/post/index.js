#!/usr/bin/env node
import { post } from '../main/index.js';

await post();
