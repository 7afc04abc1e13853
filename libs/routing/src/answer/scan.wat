;; Where JSON that is open at a place is closed, sixteen bytes at a time. `npm run scan-code` puts it into scan-code.ts.
(module
  (memory (export "memory") 17)

  ;; Where the object or array ends that was opened just before $at; -1 when that is not before $length.
  ;; At $at no string is open. What stands behind $length is read, and counts for nothing.
  (func (export "end") (param $at i32) (param $length i32) (result i32)
    (local $depth i32)   ;; objects and arrays that are open
    (local $inside i32)  ;; -1 while a string is open, else 0
    (local $bytes v128)
    (local $mask i32)    ;; a bit a byte: inside a string, then outside
    (local $open i32)    ;; a bit a byte: brackets outside strings
    (local $close i32)
    (local $bit i32)
    (local $byte i32)
    (local $last i32)
    (local.set $depth (i32.const 1))
    (block $unclosed
      (loop $chunk
        (br_if $unclosed (i32.ge_u (local.get $at) (local.get $length)))
        (local.set $bytes (v128.load (local.get $at)))

        ;; With a backslash among them, one byte after the other.
        (if (v128.any_true (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x5c))))
          (then
            (local.set $last (i32.add (local.get $at) (i32.const 16)))
            (loop $each
              (local.set $byte (i32.load8_u (local.get $at)))
              (local.set $at (i32.add (local.get $at) (i32.const 1)))
              (if (i32.eq (local.get $byte) (i32.const 0x22))
                (then (local.set $inside (i32.xor (local.get $inside) (i32.const -1))))
                (else (if (local.get $inside)
                  (then (if (i32.eq (local.get $byte) (i32.const 0x5c))
                    (then (local.set $at (i32.add (local.get $at) (i32.const 1))))))
                  (else
                    (local.set $byte (i32.or (local.get $byte) (i32.const 0x20)))
                    (if (i32.eq (local.get $byte) (i32.const 0x7b))
                      (then (local.set $depth (i32.add (local.get $depth) (i32.const 1)))))
                    (if (i32.eq (local.get $byte) (i32.const 0x7d))
                      (then
                        (local.set $depth (i32.sub (local.get $depth) (i32.const 1)))
                        (if (i32.eqz (local.get $depth))
                          (then (return (call $within (local.get $at) (local.get $length)))))))))))
              (br_if $each (i32.lt_u (local.get $at) (local.get $last))))
            (br $chunk)))

        ;; A byte is inside a string when the quotes up to it are odd in number: the exclusive or of all bits before.
        (local.set $mask (i8x16.bitmask (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x22)))))
        (local.set $mask (i32.xor (local.get $mask) (i32.shl (local.get $mask) (i32.const 1))))
        (local.set $mask (i32.xor (local.get $mask) (i32.shl (local.get $mask) (i32.const 2))))
        (local.set $mask (i32.xor (local.get $mask) (i32.shl (local.get $mask) (i32.const 4))))
        (local.set $mask (i32.xor (local.get $mask) (i32.shl (local.get $mask) (i32.const 8))))
        (local.set $mask (i32.xor (local.get $mask) (local.get $inside)))
        (local.set $inside (i32.shr_s (i32.shl (local.get $mask) (i32.const 16)) (i32.const 31)))
        (local.set $mask (i32.xor (local.get $mask) (i32.const -1)))

        ;; [ and {, ] and } differ in one bit.
        (local.set $bytes (v128.or (local.get $bytes) (i8x16.splat (i32.const 0x20))))
        (local.set $open (i32.and (local.get $mask)
          (i8x16.bitmask (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x7b))))))
        (local.set $close (i32.and (local.get $mask)
          (i8x16.bitmask (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x7d))))))

        ;; Too few of them to close everything: they are counted only.
        (if (i32.gt_s (local.get $depth) (i32.popcnt (local.get $close)))
          (then (local.set $depth (i32.add (local.get $depth)
            (i32.sub (i32.popcnt (local.get $open)) (i32.popcnt (local.get $close))))))
          (else (loop $brackets
            (local.set $mask (i32.or (local.get $open) (local.get $close)))
            (if (local.get $mask)
              (then
                (local.set $bit (i32.and (local.get $mask) (i32.sub (i32.const 0) (local.get $mask))))
                (if (i32.and (local.get $bit) (local.get $open))
                  (then
                    (local.set $open (i32.xor (local.get $open) (local.get $bit)))
                    (local.set $depth (i32.add (local.get $depth) (i32.const 1))))
                  (else
                    (local.set $close (i32.xor (local.get $close) (local.get $bit)))
                    (local.set $depth (i32.sub (local.get $depth) (i32.const 1)))
                    (if (i32.eqz (local.get $depth))
                      (then (return (call $within
                        (i32.add (local.get $at) (i32.add (i32.ctz (local.get $bit)) (i32.const 1)))
                        (local.get $length)))))))
                (br $brackets))))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $chunk)))
    (i32.const -1))

  (func $within (param $end i32) (param $length i32) (result i32)
    (select (local.get $end) (i32.const -1) (i32.le_u (local.get $end) (local.get $length)))))
