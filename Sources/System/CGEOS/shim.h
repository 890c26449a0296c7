// Only the calls that are given a context: the others share one, and are not safe among threads.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
