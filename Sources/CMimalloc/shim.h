// Linked in, mimalloc takes the place of the C library's malloc for the whole process.
#include <mimalloc.h>
