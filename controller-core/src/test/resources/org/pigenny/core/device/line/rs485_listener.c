// SPDX-License-Identifier: GPL-3.0-or-later
// Listens to the system call by which a program asks a serial driver for RS-485 mode, and answers as a driver that can do it.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <linux/serial.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

static void note(const struct serial_rs485 *mode)
{
    FILE *log = fopen(getenv("RS485_LOG"), "a");
    fprintf(log, "flags=%u before=%u after=%u\n", mode->flags, mode->delay_rts_before_send, mode->delay_rts_after_send);
    fclose(log);
}

int ioctl(int file, unsigned long request, ...)
{
    va_list arguments;
    va_start(arguments, request);
    void *argument = va_arg(arguments, void *);
    va_end(arguments);
    if (request == TIOCSRS485) {
        note(argument);
        return 0;
    }
    if (request == TIOCGRS485) {
        memset(argument, 0, sizeof(struct serial_rs485));
        return 0;
    }
    int (*real)(int, unsigned long, ...) = dlsym(RTLD_NEXT, "ioctl");
    return real(file, request, argument);
}
