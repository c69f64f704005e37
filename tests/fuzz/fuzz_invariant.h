// What a fuzz target says when a promise is broken: the fuzzer stops and keeps the input.
#pragma once

#include <cstdio>
#include <cstdlib>

#define FOREWORD_INVARIANT(condition)                                                    \
    do {                                                                                 \
        if (!(condition)) {                                                              \
            std::fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #condition); \
            std::abort();                                                                \
        }                                                                                \
    } while (false)
