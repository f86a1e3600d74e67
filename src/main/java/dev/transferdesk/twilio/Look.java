package dev.transferdesk.twilio;

import java.util.function.Supplier;

/** What somebody wants to know something for, and therefore how old it may be where events keep it true. */
public enum Look {

    /** To decide something that can't be taken back. What nobody says is taken for this. */
    ACTING,

    /** To choose. An answer that events have kept true is given at once, and asked for anew behind it. */
    CHOOSING,

    /** To be shown it, perhaps again and again: what events keep true costs no call. */
    WATCHING;

    private static final ScopedValue<Look> NOW = ScopedValue.newInstance();

    /** Whatever is asked for meanwhile, on other threads of {@link AtOnce} as well. */
    public <T, X extends Throwable> T during(ScopedValue.CallableOp<T, X> asking) throws X {
        return ScopedValue.where(NOW, this).call(asking);
    }

    static Look now() {
        return NOW.orElse(ACTING);
    }

    static <T> Supplier<T> carriedOver(Supplier<T> work) {

        var look = now();

        return look == ACTING ? work : () -> look.during(work::get);
    }
}
