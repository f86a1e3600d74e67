package dev.transferdesk.sandbox;

/** Reads the form of a control request, and says plainly what is wrong with it. */
final class Controls {

    private Controls() {}

    static String required(Form form, String name) {
        return form.filled(name).orElseThrow(() -> new BadInput(name + " is missing"));
    }

    static long number(Form form, String name, long most) {
        try {
            var number = Long.parseLong(required(form, name).strip());
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // refused like a number that is out of range
        }
        throw new BadInput(name + " must be a whole number from 0 to " + most);
    }

    static <T extends Resource> T known(Table<T> table, String sid) {
        return table.find(sid).orElseThrow(() -> new BadInput("There is no " + sid));
    }
}
