/* coverage-exit.h — read before every source of a coverage build: a process that leaves through _exit() writes its counts first */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

extern void __gcov_dump (void);
extern void eqp_coverage_real_exit (int status) __asm__("_exit") __attribute__ ((noreturn));

__attribute__ ((noreturn)) static inline void
eqp_coverage_exit (int status)
{
  __gcov_dump ();
  eqp_coverage_real_exit (status);
}

#define _exit eqp_coverage_exit
